namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Lists the archive rules of an analyzer.</summary>
public sealed class ListArchiveRules : IReadOperation<ListArchiveRulesRequest, ListArchiveRulesResult>
{
    /// <inheritdoc/>
    public ListArchiveRulesResult Run(ListArchiveRulesRequest request, ReadCall call)
    {
        var rules = Analyzers.Named(call, request.AnalyzerName).Rules;
        var (page, next) = Page.Of(rules, r => r.Name, request.MaxResults, request.NextToken);
        return new() { ArchiveRules = [.. page.Select(Show.Of)], NextToken = next };
    }
}
