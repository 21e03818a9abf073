using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Protects a log group from deletion, or no longer.</summary>
public sealed class PutLogGroupDeletionProtection : IWriteOperation<PutLogGroupDeletionProtectionRequest, PutLogGroupDeletionProtectionResult>
{
    /// <inheritdoc/>
    public PutLogGroupDeletionProtectionResult Run(PutLogGroupDeletionProtectionRequest request, Call call)
    {
        var group = LogGroups.ByIdentifier(call, request.LogGroupIdentifier!);
        call.Write(Tables.Groups).Put(group with { IsProtected = request.DeletionProtectionEnabled!.Value });
        return new();
    }
}
