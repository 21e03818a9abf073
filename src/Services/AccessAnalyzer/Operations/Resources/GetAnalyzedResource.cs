namespace Orrery.Services.AccessAnalyzer.Operations.Resources;

/// <summary>Shows a resource whose policy was analyzed, with what it lets others do.</summary>
public sealed class GetAnalyzedResource : IWriteOperation<GetAnalyzedResourceRequest, GetAnalyzedResourceResult>
{
    /// <inheritdoc/>
    public GetAnalyzedResourceResult Run(GetAnalyzedResourceRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        Scanner.Refresh(call, analyzer);
        var found = call.Read(Tables.Resources).Find(ResourceRecord.Of(analyzer.Name.Value, request.ResourceArn!))
            ?? throw Errors.NotFound($"Resource {request.ResourceArn}");
        var findings = call.Read(Tables.Findings)
            .By(Tables.FindingsByResource, $"{analyzer.Name}/{found.Arn}").ToList();
        var open = findings.Where(f => !f.IsResolved).ToList();
        return new()
        {
            Resource = new()
            {
                ResourceArn = found.Arn,
                ResourceType = Show.TypeOf(found.Type),
                ResourceOwnerAccount = found.Account,
                CreatedAt = found.CreatedAt,
                UpdatedAt = found.UpdatedAt,
                AnalyzedAt = call.Now,
                IsPublic = open.Any(f => f.IsPublic),
                Actions = [.. open.SelectMany(f => f.Actions).Distinct().Order(StringComparer.Ordinal)],
                SharedVia = open.Count > 0 ? ["POLICY"] : [],
                Status = findings.Count == 0 ? null
                    : open.Exists(f => f.Status == FindingStatus.Active) ? FindingStatus.Active
                    : open.Count > 0 ? FindingStatus.Archived
                    : FindingStatus.Resolved,
            },
        };
    }
}
