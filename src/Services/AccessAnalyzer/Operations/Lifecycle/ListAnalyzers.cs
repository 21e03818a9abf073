namespace Orrery.Services.AccessAnalyzer.Operations.Lifecycle;

/// <summary>Lists the analyzers of the account and region.</summary>
public sealed class ListAnalyzers : IReadOperation<ListAnalyzersRequest, ListAnalyzersResult>
{
    /// <inheritdoc/>
    public ListAnalyzersResult Run(ListAnalyzersRequest request, ReadCall call)
    {
        var all = call.Read(Tables.Analyzers).All().Where(a => request.Type is not { } type || a.Type == type);
        var (page, next) = Page.Of(all, a => a.Name.Value, request.MaxResults, request.NextToken);
        return new() { Analyzers = [.. page.Select(a => Show.Of(call, a))], NextToken = next };
    }
}
