namespace Orrery.Services.AccessAnalyzer.Operations.Tags;

/// <summary>Lists the tags of an analyzer.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call) =>
        new() { Tags = Analyzers.Get(call, request.ResourceArn).Tags };
}
