namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Adds an archive rule: new findings that it matches are archived.</summary>
public sealed class CreateArchiveRule : IWriteOperation<CreateArchiveRuleRequest, CreateArchiveRuleResult>
{
    /// <inheritdoc/>
    public CreateArchiveRuleResult Run(CreateArchiveRuleRequest request, Call call)
    {
        var analyzer = Analyzers.Named(call, request.AnalyzerName);
        call.Write(Tables.Analyzers).Put(ArchiveRules.With(call, analyzer, request.RuleName!, request.Filter!));
        return new();
    }
}
