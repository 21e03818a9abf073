using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Makes a network ACL that denies everything until it gets entries.</summary>
public sealed class CreateNetworkAcl : IWriteOperation<CreateNetworkAclRequest, CreateNetworkAclResult>
{
    /// <inheritdoc/>
    public CreateNetworkAclResult Run(CreateNetworkAclRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        Limits.CheckNetworkAcls(call, vpc.Id);
        var acl = new NetworkAclRecord { Id = call.NewId<NetworkAclId>(), VpcId = vpc.Id };
        call.Write(Tables.NetworkAcls).Put(acl);
        TagStore.PutNew(call, Ec2Kinds.NetworkAcl, acl.Id.Value, request.TagSpecifications);
        return new() { NetworkAcl = NetworkAclView.Of(acl, call) };
    }
}
