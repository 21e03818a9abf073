using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Keeps the snapshots of the account in the region from being public: new ones, or all.</summary>
public sealed class EnableSnapshotBlockPublicAccess
    : IWriteOperation<EnableSnapshotBlockPublicAccessRequest, EnableSnapshotBlockPublicAccessResult>
{
    /// <inheritdoc/>
    public EnableSnapshotBlockPublicAccessResult Run(EnableSnapshotBlockPublicAccessRequest request, Call call)
    {
        // Source: EC2 API Reference: "unblocked is not a valid value" here; the code is guessed.
        if (request.State is not { } state || state == SnapshotBlockPublicAccessState.Unblocked)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({request.State?.ToWire()}) for parameter State is invalid. Use block-all-sharing or "
                + "block-new-sharing.");
        }

        AccountSettings.Put(call, AccountSettings.Of(call) with { PublicSnapshots = state });
        return new() { State = state };
    }
}
