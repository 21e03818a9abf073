namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Archives the findings that are there already and match an archive rule.</summary>
public sealed class ApplyArchiveRule : IWriteOperation<ApplyArchiveRuleRequest, ApplyArchiveRuleResult>
{
    /// <inheritdoc/>
    public ApplyArchiveRuleResult Run(ApplyArchiveRuleRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        var rule = ArchiveRules.Get(analyzer, request.RuleName!);
        Scanner.Refresh(call, analyzer);
        foreach (var finding in Scanner.Of(call, analyzer))
        {
            if (finding.Status == FindingStatus.Active && Filters.Matches(rule.Filter, finding))
                call.Write(Tables.Findings).Put(finding with { IsArchived = true, UpdatedAt = call.Now });
        }

        return new();
    }
}
