import { expect, test } from "vitest";
import { becomes, planText } from "./orders.ts";
import type { PlanSetting } from "./orders.ts";

test("a name that the fix of a star keeps by an alias is not gone for by the next run", () => {
  const text = `from acme.new import create_x
from acme.old import *
out(get_x(1))
if TYPE_CHECKING:
    import acme.old as ws
def typed(a: 'OldThing' = 1) -> 'list[OldThing]':
    def f():
        NewThing = local()
        if TYPE_CHECKING:
            import acme.old as ws
        def typed(a: 'OldThing' = 1) -> 'list[OldThing]':
            for get_x in [local()]:
                out(ws.get_x(4))
                out(ws.keep)
            def f(acme=local()):
                out(ws.OldThing().value)
        typed()
    f()
typed()
`;
  // Plans a second time, and wants nothing changed by that.
  expect(planText(text).text).toContain("from acme.new import create_x as get_x, NewThing as OldThing");
});

test("a name that a class hides from its own body alone is found by the first run as by the next", () => {
  const text = `from acme import old
from acme.old import *
out(old.get_x(4))
out(get_x(1))
class C:
    create_x = local()
    out([old.get_x(4) for each in [local()]])
`;
  expect(planText(text).text).not.toContain("get_x(");
});

test("what a member brings in is gone for at once by one in a function whose parameter has the old name", () => {
  const text = `from acme import old
def f(get_x=local()):
    import acme.old as ws
    out(ws.get_x(4))
    out(old.get_x(4))
`;
  expect(planText(text).text).toBe(`from acme.new import create_x
def f(get_x=local()):
    out(create_x(4))
    out(create_x(4))
`);
});

test("a member goes for an import right behind it that moves by the same edit, and keeps its name", () => {
  const text = `import acme.old as ws
from acme.old import get_x
out(get_x(1))
out(ws.get_x(4))
`;
  const decide: PlanSetting["decide"] = (fact) => (fact.module === "acme.old" && fact.name === "get_x" ? { replacement: becomes("get_x") } : undefined);
  expect(planText(text, { decide }).text).toBe(`from acme.new import get_x
out(get_x(1))
out(get_x(4))
`);
});
