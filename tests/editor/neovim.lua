-- Neovim as a client of the ESLint server: shows what is underlined, saves, and writes both down.
-- Versions before 0.10 do not ask for diagnostics themselves, so this does.
local out = assert(os.getenv("REPORT"))
local server = assert(os.getenv("SERVER"))
local node = assert(os.getenv("NODE"))
local root = vim.fn.getcwd()
local uri = vim.uri_from_fname(root)

local settings = {
  validate = "on",
  packageManager = "npm",
  useESLintClass = true,
  useFlatConfig = true,
  experimental = vim.empty_dict(),
  codeAction = { disableRuleComment = { enable = false }, showDocumentation = { enable = true } },
  codeActionOnSave = { mode = "all" },
  format = false,
  quiet = false,
  onIgnoredFiles = "off",
  options = vim.empty_dict(),
  rulesCustomizations = {},
  run = "onType",
  problems = { shortenToSingleLine = false },
  nodePath = vim.NIL,
  workingDirectory = { mode = "location" },
  workspaceFolder = { uri = uri, name = "project" },
}

local function finish(report)
  local file = assert(io.open(out, "w"))
  file:write(vim.json.encode(report))
  file:close()
  vim.cmd("qa!")
end

local id = vim.lsp.start_client({
  name = "eslint",
  cmd = { node, server, "--stdio" },
  root_dir = root,
  workspace_folders = { { uri = uri, name = "project" } },
  handlers = {
    ["workspace/configuration"] = function(_, params)
      return vim.tbl_map(function() return settings end, params.items)
    end,
    ["eslint/confirmESLintExecution"] = function() return 4 end,
    ["eslint/openDoc"] = function() return vim.NIL end,
  },
})

vim.cmd("edit " .. vim.fn.fnameescape(assert(os.getenv("TARGET"))))
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = "python"
vim.lsp.buf_attach_client(buffer, id)
if not vim.wait(20000, function() return vim.lsp.buf_is_attached(buffer, id) and vim.lsp.get_client_by_id(id).initialized end, 20) then
  return finish({ error = "the server does not start" })
end
local client = vim.lsp.get_client_by_id(id)
local document = vim.lsp.util.make_text_document_params(buffer)

local function diagnose()
  local answer, failure = client.request_sync("textDocument/diagnostic", { textDocument = document, identifier = "eslint" }, 60000, buffer)
  if not answer or not answer.result then return finish({ error = failure or vim.inspect(answer) }) end
  vim.lsp.diagnostic.on_publish_diagnostics(nil, { uri = document.uri, diagnostics = answer.result.items }, { method = "textDocument/publishDiagnostics", client_id = id, bufnr = buffer }, { underline = true })
end

-- What is really drawn under the text.
local function underlined()
  local found = {}
  local namespace = vim.diagnostic.get_namespace(vim.lsp.diagnostic.get_namespace(id)).user_data.underline_ns
  for _, mark in ipairs(namespace and vim.api.nvim_buf_get_extmarks(buffer, namespace, 0, -1, { details = true }) or {}) do
    local row, column, details = mark[2], mark[3], mark[4]
    assert(details.hl_group:match("^DiagnosticUnderline"), details.hl_group)
    table.insert(found, vim.api.nvim_buf_get_text(buffer, row, column, details.end_row, details.end_col, {})[1])
  end
  table.sort(found)
  return found
end

vim.api.nvim_create_autocmd("BufWritePre", {
  buffer = buffer,
  callback = function()
    local range = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 0 } }
    local answer = client.request_sync("textDocument/codeAction", { textDocument = document, range = range, context = { diagnostics = {}, only = { "source.fixAll.eslint" } } }, 60000, buffer)
    for _, action in ipairs(answer and answer.result or {}) do
      if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
      if action.command then client.request_sync("workspace/executeCommand", action.command, 60000, buffer) end
    end
  end,
})

diagnose()
local before = underlined()
vim.cmd("write")
diagnose()
finish({ before = before, after = underlined() })
