namespace Orrery.Services.AccessAnalyzer.Operations.Lifecycle;

/// <summary>Changes after how many days access counts as unused.</summary>
public sealed class UpdateAnalyzer : IWriteOperation<UpdateAnalyzerRequest, UpdateAnalyzerResult>
{
    /// <inheritdoc/>
    public UpdateAnalyzerResult Run(UpdateAnalyzerRequest request, Call call)
    {
        var analyzer = Analyzers.Named(call, request.AnalyzerName);
        if (request.Configuration?.InternalAccess is not null) throw Errors.NotServed("configuration.internalAccess");
        if (request.Configuration?.UnusedAccess is not null && Analyzers.IsExternal(analyzer))
            throw Errors.Validation("The analyzer does not look for unused access.");
        analyzer = analyzer with { UnusedDays = UnusedDays.Of(request.Configuration, analyzer.UnusedDays) };
        call.Write(Tables.Analyzers).Put(analyzer);
        Scanner.Refresh(call, analyzer);
        return new() { Configuration = Show.Configuration(analyzer) };
    }
}
