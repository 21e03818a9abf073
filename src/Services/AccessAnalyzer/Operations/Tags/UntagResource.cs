namespace Orrery.Services.AccessAnalyzer.Operations.Tags;

/// <summary>Takes tags of an analyzer away.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.ResourceArn);
        call.Write(Tables.Analyzers).Put(analyzer with { Tags = analyzer.Tags.RemoveRange(request.TagKeys!) });
        return new();
    }
}
