namespace Orrery.Services.AccessAnalyzer.Operations.Archiving;

/// <summary>Shows an archive rule.</summary>
public sealed class GetArchiveRule : IReadOperation<GetArchiveRuleRequest, GetArchiveRuleResult>
{
    /// <inheritdoc/>
    public GetArchiveRuleResult Run(GetArchiveRuleRequest request, ReadCall call) =>
        new()
        {
            ArchiveRule = Show.Of(ArchiveRules.Get(Analyzers.Named(call, request.AnalyzerName), request.RuleName!)),
        };
}
