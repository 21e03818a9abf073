using Orrery.Contracts.Sharing;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.Ram;
using Orrery.Services.Ram.Operations.Associations;
using Orrery.Services.Ram.Operations.Invitations;
using Orrery.Services.Ram.Operations.ResourceShares;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Tests.Unit.Services.Ram;

/// <summary>RAM with an account that shares and one that is invited.</summary>
internal sealed class Party
{
    public const string Guest = "210987654321";
    public const string Gateway = "arn:aws:ec2:eu-west-1:123456789012:transit-gateway/tgw-0123456789abcdef0";
    public const string List = "arn:aws:ec2:eu-west-1:123456789012:prefix-list/pl-0123456789abcdef0";

    public Party(Delays delays = Delays.None)
    {
        Owner = Rig.Of([RamService.Registration], Ports.None.Also<IShareable>(new Things()), delays);
        Guests = Owner.In("eu-west-1", Guest);
    }

    public Rig Owner { get; }

    public Rig Guests { get; }

    public ResourceShare Share(params string[] principals) => Owner.Run(new CreateResourceShare(), new()
    {
        Name = "network", ResourceArns = [Gateway], Principals = principals,
    }).ResourceShare!;

    public ResourceShareInvitation Invitation() =>
        Assert.Single(Guests.Run(new GetResourceShareInvitations(), new()).ResourceShareInvitations!);

    public void Accept() => Guests.Run(new AcceptResourceShareInvitation(), new()
    {
        ResourceShareInvitationArn = Invitation().ResourceShareInvitationArn,
    });

    public bool IsShared(string arn = Gateway) =>
        Owner.Ask(call => call.Port<ISharedResources>().IsShared(call, arn, Guest));

    public IReadOnlyList<string> Seen() =>
        Guests.Ask(call => call.Port<ISharedResources>().SharedWith(call, "ec2:TransitGateway"));

    public IReadOnlyList<ResourceShare> Shares(ResourceOwner owner) =>
        (owner == ResourceOwner.Self ? Owner : Guests)
        .Run(new GetResourceShares(), new() { ResourceOwner = owner }).ResourceShares!;

    public ResourceShareAssociationStatus? Principal() => Owner.Run(new GetResourceShareAssociations(), new()
    {
        AssociationType = ResourceShareAssociationType.Principal,
    }).ResourceShareAssociations!.Single().Status;
}
