/** The words of the calls by which tests replace things: `patch`, `mocker`, `monkeypatch.setattr`. */
export const replacingWords = /patch|mock|setattr|delattr|spy/i;
