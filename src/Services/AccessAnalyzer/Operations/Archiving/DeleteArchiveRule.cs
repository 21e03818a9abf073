namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Removes an archive rule; what it archived stays archived.</summary>
public sealed class DeleteArchiveRule : IWriteOperation<DeleteArchiveRuleRequest, DeleteArchiveRuleResult>
{
    /// <inheritdoc/>
    public DeleteArchiveRuleResult Run(DeleteArchiveRuleRequest request, Call call)
    {
        var analyzer = Analyzers.Named(call, request.AnalyzerName);
        var rule = ArchiveRules.Get(analyzer, request.RuleName!);
        call.Write(Tables.Analyzers).Put(
            analyzer with { Rules = [.. analyzer.Rules.Where(r => r.Name != rule.Name)] });
        return new();
    }
}
