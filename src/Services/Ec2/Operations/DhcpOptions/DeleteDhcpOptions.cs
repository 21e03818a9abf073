using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.DhcpOptions;

/// <summary>Deletes a set of DHCP options that no VPC uses.</summary>
public sealed class DeleteDhcpOptions : IWriteOperation<DeleteDhcpOptionsRequest, DeleteDhcpOptionsResult>
{
    /// <inheritdoc/>
    public DeleteDhcpOptionsResult Run(DeleteDhcpOptionsRequest request, Call call)
    {
        var options = Ec2Kinds.DhcpOptions.Get(call, request.DhcpOptionsId!);
        if (call.Read(Tables.Vpcs).All().Any(vpc => vpc.DhcpOptionsId == options.Id))
        {
            throw Errors.DependencyViolation(
                $"The dhcpOptions '{options.Id}' has dependencies and cannot be deleted.");
        }

        call.Write(Tables.DhcpOptions).Remove(options.Id);
        TagStore.Forget(call, options.Id.Value);
        return new();
    }
}
