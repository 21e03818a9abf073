using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Tells one attribute of a volume. Product codes of the Marketplace it never has.</summary>
public sealed class DescribeVolumeAttribute : IReadOperation<DescribeVolumeAttributeRequest, DescribeVolumeAttributeResult>
{
    /// <inheritdoc/>
    public DescribeVolumeAttributeResult Run(DescribeVolumeAttributeRequest request, ReadCall call)
    {
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        return request.Attribute switch
        {
            VolumeAttributeName.AutoEnableIO =>
                new() { VolumeId = volume.Id.Value, AutoEnableIO = new() { Value = volume.AutoEnableIo } },
            VolumeAttributeName.ProductCodes => new() { VolumeId = volume.Id.Value, ProductCodes = [] },
            _ => throw Errors.Missing("attribute"),
        };
    }
}
