/** What real repositories taught, see docs/field-tests.md. */
import { describe, expect, test } from "vitest";
import { becomes, planText } from "./orders.ts";
import type { Decide } from "./orders.ts";

describe("names of one list that move to several modules", () => {
  const apart: Decide = (fact) => (fact.name === "keep" ? undefined : { replacement: becomes(fact.name, `acme.${fact.name.startsWith("get") ? "functions" : "enums"}`) });
  const planned = (text: string): string => planText(text, { decide: apart, deprecated: { "acme.old": ["*"] } }).text;

  test("stand on lines of their own where they did", () => {
    expect(planned("from acme.old import (\n    Color,\n    Size,\n    get_color,\n    get_size,\n    keep,\n)\n\nprint(Color, Size, get_color, get_size)\n")).toBe(
      "from acme.old import (\n    keep,\n)\nfrom acme.enums import (\n    Color,\n    Size,\n)\nfrom acme.functions import (\n    get_color,\n    get_size,\n)\n\nprint(Color, Size, get_color, get_size)\n",
    );
  });

  test("end as the list did", () => {
    expect(planned("def f():\n\tfrom acme.old import (\n\t\tget_shape,\n\t\tShape,\n\t\tForm)\n\treturn get_shape, Shape, Form\n")).toBe(
      "def f():\n\tfrom acme.functions import (\n\t\tget_shape)\n\tfrom acme.enums import (\n\t\tShape,\n\t\tForm)\n\treturn get_shape, Shape, Form\n",
    );
  });

  test("stay on one line where they stood on one, and where there is but one", () => {
    expect(planned("from acme.old import Color, Size, get_color\n\nprint(Color, Size, get_color)\n")).toBe("from acme.enums import Color, Size\nfrom acme.functions import get_color\n\nprint(Color, Size, get_color)\n");
  });

  test("share lines no longer than before where they shared some", () => {
    const uses = "print(Color, Size, Shape, get_color, get_size)\n";
    expect(planned(`from acme.old import (Color, Size,\n                      get_color, Shape,\n                      get_size, keep)\n\n${uses}`)).toBe(
      `from acme.old import (keep)\nfrom acme.enums import Color, Size, Shape\nfrom acme.functions import get_color, get_size\n\n${uses}`,
    );
    const [color, size] = ["TheVeryLongNameThatIsGivenToTheColor", "TheVeryLongNameThatIsGivenToTheSize"];
    const long = `\n\nprint(get_color, ${color}, ${size})\n`;
    expect(planned(`from acme.old import (Color as ${color}, get_color,\n                      Size as ${size}, keep)${long}`)).toBe(
      `from acme.old import (keep)\nfrom acme.enums import (Color as ${color},\n                        Size as ${size})\nfrom acme.functions import get_color${long}`,
    );
    expect(planned(`if 1:\n    from acme.old import (\n        Color, get_color, Size, get_size,\n        Shape, keep,\n    )\n\n${uses}`)).toBe(
      `if 1:\n    from acme.old import (\n        keep,\n    )\n    from acme.enums import (\n        Color, Size, Shape,\n    )\n    from acme.functions import (\n        get_color, get_size,\n    )\n\n${uses}`,
    );
    expect(planned(`from acme.old import (Color, get_color, keep,\n                      Size)\n\nprint(Color, Size, get_color)\n`)).toBe(
      "from acme.old import (keep)\nfrom acme.enums import Color, Size\nfrom acme.functions import get_color\n\nprint(Color, Size, get_color)\n",
    );
  });
});
