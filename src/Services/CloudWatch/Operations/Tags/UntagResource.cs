using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Tags;

/// <summary>Takes tags of an alarm or a dashboard away; keys that it does not have are passed over.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        TagStore.CheckExists(call, request.ResourceARN!);
        TagStore.Remove(call, request.ResourceARN!, request.TagKeys!);
        return new();
    }
}
