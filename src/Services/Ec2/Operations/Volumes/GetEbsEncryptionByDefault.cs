using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Tells whether new volumes are encrypted by default.</summary>
public sealed class GetEbsEncryptionByDefault : IReadOperation<GetEbsEncryptionByDefaultRequest, GetEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public GetEbsEncryptionByDefaultResult Run(GetEbsEncryptionByDefaultRequest request, ReadCall call)
    {
        var on = EbsKeys.Settings(call).EncryptionByDefault;
        return new() { EbsEncryptionByDefault = on, SseType = on ? SSEType.SseKms : SSEType.None };
    }
}
