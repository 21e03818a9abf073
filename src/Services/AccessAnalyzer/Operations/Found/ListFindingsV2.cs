namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>Lists findings, as policies and uses are now.</summary>
public sealed class ListFindingsV2 : IWriteOperation<ListFindingsV2Request, ListFindingsV2Result>
{
    /// <inheritdoc/>
    public ListFindingsV2Result Run(ListFindingsV2Request request, Call call)
    {
        if (request.Sort is not null) throw Errors.NotServed("sort");
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        Scanner.Refresh(call, analyzer);
        var (page, next) = Page.Of(
            Findings.Asked(call, analyzer, request.Filter), f => f.Id.Value, request.MaxResults, request.NextToken);
        return new()
        {
            Findings =
            [
                .. page.Select(f => new FindingSummaryV2
                {
                    Id = f.Id.Value,
                    FindingType = f.Type,
                    Resource = f.Resource,
                    ResourceType = Show.TypeOf(f.ResourceType),
                    ResourceOwnerAccount = f.Account,
                    Status = f.Status,
                    CreatedAt = f.CreatedAt,
                    UpdatedAt = f.UpdatedAt,
                    AnalyzedAt = call.Now,
                }),
            ],
            NextToken = next,
        };
    }
}
