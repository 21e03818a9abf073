using Orrery.Services.AccessAnalyzer.Loops;

namespace Orrery.Services.AccessAnalyzer.Operations.Lifecycle;

/// <summary>Removes an analyzer, its findings and its archive rules.</summary>
public sealed class DeleteAnalyzer : IWriteOperation<DeleteAnalyzerRequest, DeleteAnalyzerResult>
{
    /// <inheritdoc/>
    public DeleteAnalyzerResult Run(DeleteAnalyzerRequest request, Call call)
    {
        var analyzer = Analyzers.Named(call, request.AnalyzerName);
        foreach (var finding in Scanner.Of(call, analyzer)) call.Write(Tables.Findings).Remove(finding.Id);
        foreach (var resource in call.Read(Tables.Resources).By(Tables.ResourcesByAnalyzer, analyzer.Name.Value))
            call.Write(Tables.Resources).Remove(resource.Id);
        call.Cancel(ScanLoop.Timer, analyzer.Name.Value);
        call.Write(Tables.Analyzers).Remove(analyzer.Name);
        return new();
    }
}
