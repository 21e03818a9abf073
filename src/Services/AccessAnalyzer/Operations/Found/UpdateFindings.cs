namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>Archives findings, or makes them active again.</summary>
public sealed class UpdateFindings : IWriteOperation<UpdateFindingsRequest, UpdateFindingsResult>
{
    /// <inheritdoc/>
    public UpdateFindingsResult Run(UpdateFindingsRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        if (request.Ids is { Count: > 0 } == request.ResourceArn is not null)
            throw Errors.Validation("Name findings either by ids or by resourceArn.");
        var named = request.ResourceArn is { } arn
            ? Scanner.Of(call, analyzer).Where(f => f.Resource == arn)
            : request.Ids!.Select(id => Findings.Get(call, analyzer, id));
        foreach (var finding in named.Where(f => !f.IsResolved).ToList())
        {
            call.Write(Tables.Findings).Put(finding with
            {
                IsArchived = request.Status == FindingStatusUpdate.Archived, UpdatedAt = call.Now,
            });
        }

        return new();
    }
}
