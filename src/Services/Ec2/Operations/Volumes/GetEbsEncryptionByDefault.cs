using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>GetEbsEncryptionByDefault.</summary>
public sealed class GetEbsEncryptionByDefault : IReadOperation<GetEbsEncryptionByDefaultRequest, GetEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public GetEbsEncryptionByDefaultResult Run(GetEbsEncryptionByDefaultRequest request, ReadCall call) => new();
}
