using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.DhcpOptions;

/// <summary>Makes a set of DHCP options.</summary>
public sealed class CreateDhcpOptions : IWriteOperation<CreateDhcpOptionsRequest, CreateDhcpOptionsResult>
{
    /// <inheritdoc/>
    public CreateDhcpOptionsResult Run(CreateDhcpOptionsRequest request, Call call)
    {
        var options = new DhcpOptionsRecord
        {
            Id = call.NewId<DhcpOptionsId>(),
            Configurations = DhcpRules.Read(request.DhcpConfigurations!),
        };
        call.Write(Tables.DhcpOptions).Put(options);
        TagStore.PutNew(call, Ec2Kinds.DhcpOptions, options.Id.Value, request.TagSpecifications);
        return new() { DhcpOptions = DhcpOptionsView.Of(options, call) };
    }
}
