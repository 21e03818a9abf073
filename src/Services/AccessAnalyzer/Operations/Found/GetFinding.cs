namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>Shows a finding of external access, as the policies are now.</summary>
public sealed class GetFinding : IWriteOperation<GetFindingRequest, GetFindingResult>
{
    /// <inheritdoc/>
    public GetFindingResult Run(GetFindingRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        if (!Analyzers.IsExternal(analyzer)) throw Errors.Validation("Use GetFindingV2 for this type of analyzer.");
        Scanner.Refresh(call, analyzer);
        var found = Show.Summary(call, Findings.Get(call, analyzer, request.Id!));
        return new()
        {
            Finding = new()
            {
                Id = found.Id,
                Principal = found.Principal,
                Action = found.Action,
                Resource = found.Resource,
                IsPublic = found.IsPublic,
                ResourceType = found.ResourceType,
                Condition = found.Condition,
                CreatedAt = found.CreatedAt,
                AnalyzedAt = found.AnalyzedAt,
                UpdatedAt = found.UpdatedAt,
                Status = found.Status,
                ResourceOwnerAccount = found.ResourceOwnerAccount,
                Sources = found.Sources,
                ResourceControlPolicyRestriction = found.ResourceControlPolicyRestriction,
            },
        };
    }
}
