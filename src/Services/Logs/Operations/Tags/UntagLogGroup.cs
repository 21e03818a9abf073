using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>Takes tags from a log group, by its name.</summary>
public sealed class UntagLogGroup : IWriteOperation<UntagLogGroupRequest, UntagLogGroupResult>
{
    /// <inheritdoc/>
    public UntagLogGroupResult Run(UntagLogGroupRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        call.Write(Tables.Groups).Put(group with { Tags = TagRules.Without(group.Tags, request.Tags!) });
        return new();
    }
}
