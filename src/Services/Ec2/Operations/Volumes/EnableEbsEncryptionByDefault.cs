using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>EnableEbsEncryptionByDefault.</summary>
public sealed class EnableEbsEncryptionByDefault : IWriteOperation<EnableEbsEncryptionByDefaultRequest, EnableEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public EnableEbsEncryptionByDefaultResult Run(EnableEbsEncryptionByDefaultRequest request, Call call) => new();
}
