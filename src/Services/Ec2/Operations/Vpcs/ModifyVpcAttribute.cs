using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>
/// Sets one attribute of a VPC. DNS hostnames need DNS support. Source: EC2 API Reference, ModifyVpcAttribute.
/// </summary>
public sealed class ModifyVpcAttribute : IWriteOperation<ModifyVpcAttributeRequest, ModifyVpcAttributeResult>
{
    /// <inheritdoc/>
    public ModifyVpcAttributeResult Run(ModifyVpcAttributeRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        call.Write(Tables.Vpcs).Put(Changed(vpc, request));
        return new();
    }

    private static VpcRecord Changed(VpcRecord vpc, ModifyVpcAttributeRequest request) =>
        (request.EnableDnsSupport, request.EnableDnsHostnames, request.EnableNetworkAddressUsageMetrics) switch
        {
            ({ } support, null, null) => WithSupport(vpc, ValueOf(support)),
            (null, { } hostnames, null) => WithHostnames(vpc, ValueOf(hostnames)),
            (null, null, { } metrics) => vpc with { EnableNetworkAddressUsageMetrics = ValueOf(metrics) },
            (null, null, null) => throw Errors.InvalidParameterCombination("No attributes specified."),
            _ => throw Errors.InvalidParameterCombination("Fields for multiple attribute types specified"),
        };

    private static VpcRecord WithSupport(VpcRecord vpc, bool enable) => enable || !vpc.EnableDnsHostnames
        ? vpc with { EnableDnsSupport = enable }
        : throw Errors.InvalidParameterCombination(
            "Cannot disable DNS support while DNS hostnames are enabled. Disable DNS hostnames first.");

    private static VpcRecord WithHostnames(VpcRecord vpc, bool enable) => !enable || vpc.EnableDnsSupport
        ? vpc with { EnableDnsHostnames = enable }
        : throw Errors.InvalidParameterCombination("DNS hostnames can only be enabled if DNS support is enabled.");

    private static bool ValueOf(AttributeBooleanValue attribute) => attribute.Value ?? throw Errors.Missing("Value");
}
