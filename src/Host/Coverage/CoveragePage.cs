using System.Text;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Coverage;

/// <summary>The page <c>docs/coverage.md</c>.</summary>
public static class CoveragePage
{
    /// <summary>The page as Markdown.</summary>
    public static string Of(IReadOnlyList<CoverageView> views)
    {
        var page = new StringBuilder();
        page.Append("# Coverage\n\n");
        page.Append(
            "Made by `./orrery coverage --markdown > docs/coverage.md`; a test compares it with the program.\n\n");
        page.Append(
            "A served operation behaves as AWS documents it. A refused one answers an error of status 4xx that\n");
        page.Append("names it and that no client retries. Nothing is accepted and ignored.\n\n");
        page.Append("| service | served | of |\n| --- | ---: | ---: |\n");
        foreach (var view in views)
            page.Append($"| {Name(view)} | {view.Served.Count} | {view.Served.Count + view.Refused.Count} |\n");
        foreach (var view in views.Where(view => view.Served.Count > 0))
        {
            page.Append($"\n## {view.Service}\n\n{view.Title}\n");
            AppendList(page, "Served", view.Served);
            AppendList(page, "Refused", view.Refused);
        }
        return page.ToString();
    }

    private static string Name(CoverageView view) =>
        view.Served.Count > 0 ? $"[{view.Service}](#{view.Service})" : view.Service;

    private static void AppendList(StringBuilder page, string heading, IReadOnlyList<string> operations)
    {
        if (operations.Count == 0) return;
        page.Append($"\n{heading}:\n");
        var line = new StringBuilder();
        foreach (var operation in operations)
        {
            if (line.Length + operation.Length > 117)
            {
                page.Append(line).Append('\n');
                line.Clear();
            }
            line.Append(line.Length == 0 ? "" : " ").Append(operation).Append(operation == operations[^1] ? "." : ",");
        }
        page.Append(line).Append('\n');
    }
}
