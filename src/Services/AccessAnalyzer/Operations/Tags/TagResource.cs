namespace Orrery.Services.AccessAnalyzer.Operations.Tags;

/// <summary>Gives tags to an analyzer.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.ResourceArn);
        call.Write(Tables.Analyzers).Put(analyzer with { Tags = AnalyzerTags.With(analyzer.Tags, request.Tags) });
        return new();
    }
}
