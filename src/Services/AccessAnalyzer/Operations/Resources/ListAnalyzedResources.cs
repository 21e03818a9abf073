namespace Orrery.Services.AccessAnalyzer.Operations.Resources;

/// <summary>Lists the resources whose policies were analyzed.</summary>
public sealed class ListAnalyzedResources : IWriteOperation<ListAnalyzedResourcesRequest, ListAnalyzedResourcesResult>
{
    /// <inheritdoc/>
    public ListAnalyzedResourcesResult Run(ListAnalyzedResourcesRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        Scanner.Refresh(call, analyzer);
        var all = call.Read(Tables.Resources).By(Tables.ResourcesByAnalyzer, analyzer.Name.Value)
            .Where(r => request.ResourceType is not { } type || Show.TypeOf(r.Type) == type);
        var (page, next) = Page.Of(all, r => r.Arn, request.MaxResults, request.NextToken);
        return new()
        {
            AnalyzedResources =
            [
                .. page.Select(r => new AnalyzedResourceSummary
                {
                    ResourceArn = r.Arn, ResourceOwnerAccount = r.Account, ResourceType = Show.TypeOf(r.Type),
                }),
            ],
            NextToken = next,
        };
    }
}
