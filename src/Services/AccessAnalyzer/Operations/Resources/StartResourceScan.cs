namespace Orrery.Services.AccessAnalyzer.Operations.Resources;

/// <summary>Analyzes a resource at once.</summary>
public sealed class StartResourceScan : IWriteOperation<StartResourceScanRequest, StartResourceScanResult>
{
    /// <inheritdoc/>
    public StartResourceScanResult Run(StartResourceScanRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        if (!Analyzers.IsExternal(analyzer)) throw Errors.Validation("The analyzer does not analyze resources.");
        Scanner.Refresh(call, analyzer);
        return call.Read(Tables.Resources).Contains(ResourceRecord.Of(analyzer.Name.Value, request.ResourceArn!))
            ? new()
            : throw Errors.NotFound($"Resource {request.ResourceArn}");
    }
}
