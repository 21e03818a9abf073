using Orrery.Services.Ram.Operations.Associations;
using Orrery.Services.Ram.Operations.Invitations;
using Orrery.Wire.Generated.Ram;
using Code = Orrery.Wire.Generated.Ram.ResourceShareInvitationStatus;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Tests.Unit.Services.Ram;

public sealed class InvitationTests
{
    private readonly Party _party = new();

    [Fact]
    public void Nothing_is_shared_before_the_account_accepts()
    {
        var share = _party.Share(Party.Guest);
        Assert.Equal(Status.Associating, _party.Principal());
        Assert.False(_party.IsShared());
        var invitation = _party.Invitation();
        Assert.Equal(
            (share.ResourceShareArn, "network", "123456789012", Party.Guest, Code.Pending),
            (invitation.ResourceShareArn, invitation.ResourceShareName, invitation.SenderAccountId,
                invitation.ReceiverAccountId, invitation.Status));
        Assert.Equal(Rig.Start, invitation.InvitationTimestamp);
        Assert.Empty(_party.Owner.Run(new GetResourceShareInvitations(), new()).ResourceShareInvitations!);

        _party.Accept();
        Assert.Equal((Status.Associated, Code.Accepted), (_party.Principal(), _party.Invitation().Status));
        Assert.True(_party.IsShared());
        Assert.Equal(
            share.ResourceShareArn, Assert.Single(_party.Shares(ResourceOwner.OtherAccounts)).ResourceShareArn);
        Assert.Equal("ResourceShareInvitationAlreadyAcceptedException", Refused(
            new AcceptResourceShareInvitation(), i => new() { ResourceShareInvitationArn = i }));
    }

    [Fact]
    public void A_rejected_invitation_leaves_a_failed_association_and_can_be_sent_anew()
    {
        var arn = _party.Share(Party.Guest).ResourceShareArn;
        _party.Guests.Run(new RejectResourceShareInvitation(), new()
        {
            ResourceShareInvitationArn = _party.Invitation().ResourceShareInvitationArn,
        });
        Assert.Equal((Status.Failed, Code.Rejected), (_party.Principal(), _party.Invitation().Status));
        Assert.Equal("ResourceShareInvitationAlreadyRejectedException", Refused(
            new RejectResourceShareInvitation(), i => new() { ResourceShareInvitationArn = i }));
        _party.Owner.Run(new AssociateResourceShare(), new() { ResourceShareArn = arn, Principals = [Party.Guest] });
        Assert.Equal(Status.Associating, _party.Principal());
        Assert.Equal(2, _party.Guests.Run(new GetResourceShareInvitations(), new()
        {
            ResourceShareArns = [arn!],
        }).ResourceShareInvitations!.Count);
    }

    // Source: AWS RAM User Guide, "Accepting and rejecting invitations": 12 hours.
    [Fact]
    public void An_invitation_runs_out_after_twelve_hours()
    {
        _party.Share(Party.Guest);
        _party.Owner.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(Code.Pending, _party.Invitation().Status);
        _party.Owner.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((Status.Failed, Code.Expired), (_party.Principal(), _party.Invitation().Status));
        Assert.Equal("ResourceShareInvitationExpiredException", Refused(new AcceptResourceShareInvitation(), i =>
            new() { ResourceShareInvitationArn = i }));
    }

    [Fact]
    public void An_account_leaves_a_share_and_an_owner_withdraws_an_invitation()
    {
        var arn = _party.Share(Party.Guest).ResourceShareArn;
        DisassociateResourceShareRequest leave = new() { ResourceShareArn = arn, Principals = [Party.Guest] };
        Assert.Equal("UnknownResourceException", _party.Guests.Refused(new DisassociateResourceShare(), leave));
        _party.Accept();
        _party.Guests.Run(new DisassociateResourceShare(), leave);
        Assert.False(_party.IsShared());
        Assert.Equal(Status.Disassociated, _party.Principal());
        Assert.Empty(_party.Shares(ResourceOwner.OtherAccounts));

        _party.Owner.Run(new AssociateResourceShare(), new() { ResourceShareArn = arn, Principals = [Party.Guest] });
        _party.Owner.Run(new DisassociateResourceShare(), leave);
        Assert.Empty(_party.Guests.Run(new GetResourceShareInvitations(), new()).ResourceShareInvitations!);
        _party.Owner.Advance(TimeSpan.FromHours(13));
        Assert.False(_party.IsShared());
    }

    [Fact]
    public void An_invitation_of_somebody_else_is_not_found()
    {
        _party.Share(Party.Guest);
        var arn = _party.Invitation().ResourceShareInvitationArn!;
        AcceptResourceShareInvitationRequest accept = new() { ResourceShareInvitationArn = arn };
        Assert.Equal("ResourceShareInvitationArnNotFoundException", _party.Owner.Refused(
            new AcceptResourceShareInvitation(), accept));
        Assert.Equal("ResourceShareInvitationArnNotFoundException", _party.Owner.Refused(
            new GetResourceShareInvitations(), new() { ResourceShareInvitationArns = [arn] }));
        Assert.Equal("MalformedArnException", _party.Guests.Refused(
            new AcceptResourceShareInvitation(), new() { ResourceShareInvitationArn = "x" }));
    }

    private string Refused<TRequest, TResult>(
        Orrery.Operations.IWriteOperation<TRequest, TResult> operation, Func<string, TRequest> request) =>
        _party.Guests.Refused(operation, request(_party.Invitation().ResourceShareInvitationArn!));
}
