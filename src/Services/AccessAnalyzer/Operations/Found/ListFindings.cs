namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>Lists findings of external access, as the policies are now.</summary>
public sealed class ListFindings : IWriteOperation<ListFindingsRequest, ListFindingsResult>
{
    /// <inheritdoc/>
    public ListFindingsResult Run(ListFindingsRequest request, Call call)
    {
        if (request.Sort is not null) throw Errors.NotServed("sort");
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        if (!Analyzers.IsExternal(analyzer)) throw Errors.Validation("Use ListFindingsV2 for this type of analyzer.");
        Scanner.Refresh(call, analyzer);
        var (page, next) = Page.Of(
            Findings.Asked(call, analyzer, request.Filter), f => f.Id.Value, request.MaxResults, request.NextToken);
        return new() { Findings = [.. page.Select(f => Show.Summary(call, f))], NextToken = next };
    }
}
