namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Changes what an archive rule matches.</summary>
public sealed class UpdateArchiveRule : IWriteOperation<UpdateArchiveRuleRequest, UpdateArchiveRuleResult>
{
    /// <inheritdoc/>
    public UpdateArchiveRuleResult Run(UpdateArchiveRuleRequest request, Call call)
    {
        var analyzer = Analyzers.Named(call, request.AnalyzerName);
        var rule = ArchiveRules.Get(analyzer, request.RuleName!);
        var changed = rule with { Filter = Filters.Read(request.Filter!), UpdatedAt = call.Now };
        call.Write(Tables.Analyzers).Put(
            analyzer with { Rules = [.. analyzer.Rules.Select(r => r.Name == rule.Name ? changed : r)] });
        return new();
    }
}
