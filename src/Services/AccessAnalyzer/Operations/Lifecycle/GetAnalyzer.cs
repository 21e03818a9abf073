namespace Orrery.Services.AccessAnalyzer.Operations.Lifecycle;

/// <summary>Shows an analyzer.</summary>
public sealed class GetAnalyzer : IReadOperation<GetAnalyzerRequest, GetAnalyzerResult>
{
    /// <inheritdoc/>
    public GetAnalyzerResult Run(GetAnalyzerRequest request, ReadCall call) =>
        new() { Analyzer = Show.Of(call, Analyzers.Named(call, request.AnalyzerName)) };
}
