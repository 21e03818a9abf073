using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Tags;

/// <summary>Made next.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call) => new();
}
