using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Tags;

/// <summary>Made next.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call) => new();
}
