namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>Shows a finding, as policies and uses are now.</summary>
public sealed class GetFindingV2 : IWriteOperation<GetFindingV2Request, GetFindingV2Result>
{
    /// <inheritdoc/>
    public GetFindingV2Result Run(GetFindingV2Request request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        Scanner.Refresh(call, analyzer);
        var found = Findings.Get(call, analyzer, request.Id!);
        return new()
        {
            Id = found.Id.Value,
            FindingType = found.Type,
            FindingDetails = Show.Details(found),
            Resource = found.Resource,
            ResourceType = Show.TypeOf(found.ResourceType),
            ResourceOwnerAccount = found.Account,
            Status = found.Status,
            CreatedAt = found.CreatedAt,
            UpdatedAt = found.UpdatedAt,
            AnalyzedAt = call.Now,
        };
    }
}
