using Orrery.Contracts.Identity;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Handshakes;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Tags;
using Orrery.Wire.Generated.Organizations;

namespace Orrery.Tests.Unit.Services.Organizations;

/// <summary>
/// Invitations of accounts. Sources: Organizations API Reference, InviteAccountToOrganization, AcceptHandshake,
/// Handshake.
/// </summary>
public sealed class InvitationTests
{
    private const string Guest = "111122223333";

    private readonly Company _company = new();

    private Rig Host => _company.Rig;

    private Rig Invited => Host.In("us-east-1", Guest);

    [Fact]
    public void An_account_that_accepts_joins_below_the_root_and_may_leave_at_once()
    {
        var sent = Invite(Guest, tags: [new() { Key = "team", Value = "core" }]);
        Assert.Equal((HandshakeState.Open, ActionType.Invite), (sent.State, sent.Action));
        Assert.Equal(Rig.Start + TimeSpan.FromDays(15), sent.ExpirationTimestamp);
        var organization = Host.Run(new DescribeOrganization(), new()).Organization!;
        Assert.Equal(
            $"arn:aws:organizations::{Company.Management}:handshake/{organization.Id}/invite/{sent.Id}", sent.Arn);
        Assert.Equal([organization.Id!, Guest], sent.Parties!.Select(p => p.Id!));
        Assert.Equal(sent.Id, Assert.Single(Invited.Run(new ListHandshakesForAccount(), new()).Handshakes!).Id);
        var accepted = Invited.Run(new AcceptHandshake(), new() { HandshakeId = sent.Id }).Handshake!;
        Assert.Equal(HandshakeState.Accepted, accepted.State);
        var account = Host.Run(new DescribeAccount(), new() { AccountId = Guest }).Account!;
        Assert.Equal((AccountJoinedMethod.Invited, AccountStatus.Active), (account.JoinedMethod, account.Status));
        Assert.Equal(_company.Root, Host.Run(new ListParents(), new() { ChildId = Guest }).Parents!.Single().Id);
        Assert.Equal("core", Assert.Single(
            Host.Run(new ListTagsForResource(), new() { ResourceId = Guest }).Tags!).Value);
        Assert.Equal(organization.Id, Host.Ask(call => call.Port<IOrganizations>().Of(call, Guest))!.Id);
        Assert.Equal("HandshakeAlreadyInStateException", Invited.Refused(
            new AcceptHandshake(), new AcceptHandshakeRequest { HandshakeId = sent.Id }));
        Invited.Run(new LeaveOrganization(), new());
        Assert.Equal("AWSOrganizationsNotInUseException", Invited.Refused(
            new DescribeOrganization(), new DescribeOrganizationRequest()));
    }

    [Fact]
    public void An_account_is_invited_by_its_address_too()
    {
        var sent = Invite($"{Guest}@example.com", HandshakePartyType.Email);
        Assert.Equal(
            [HandshakeResourceType.Organization, HandshakeResourceType.Email],
            sent.Resources!.Select(r => r.Type!.Value));
        Assert.Equal(
            [HandshakeResourceType.MasterEmail, HandshakeResourceType.MasterName,
                HandshakeResourceType.OrganizationFeatureSet],
            sent.Resources![0].Resources!.Select(r => r.Type!.Value));
        Invited.Run(new AcceptHandshake(), new() { HandshakeId = sent.Id });
        Assert.Equal(
            $"{Guest}@example.com", Host.Run(new DescribeAccount(), new() { AccountId = Guest }).Account!.Email);
    }

    [Fact]
    public void An_invitation_is_declined_taken_back_or_expires_once()
    {
        var declined = Invite(Guest).Id;
        Assert.Equal("DuplicateHandshakeException", Refused(Guest));
        Assert.Equal("AccessDeniedException", Host.Refused(
            new DeclineHandshake(), new DeclineHandshakeRequest { HandshakeId = declined }));
        Assert.Equal("AccessDeniedException", Invited.Refused(
            new CancelHandshake(), new CancelHandshakeRequest { HandshakeId = declined }));
        Invited.Run(new DeclineHandshake(), new() { HandshakeId = declined });
        Assert.Equal("InvalidHandshakeTransitionException", Accept(declined));
        var canceled = Invite(Guest).Id;
        Host.Run(new CancelHandshake(), new() { HandshakeId = canceled });
        Assert.Equal("InvalidHandshakeTransitionException", Accept(canceled));
        var expired = Invite(Guest).Id;
        Host.Advance(TimeSpan.FromDays(15));
        Assert.Equal("InvalidHandshakeTransitionException", Accept(expired));
        HandshakeState StateOf(string? id) => Host
            .Run(new DescribeHandshake(), new() { HandshakeId = id }).Handshake!.State!.Value;
        Assert.Equal(
            [HandshakeState.Declined, HandshakeState.Canceled, HandshakeState.Expired],
            new[] { declined, canceled, expired }.Select(StateOf));
        Host.Advance(TimeSpan.FromDays(15));
        Assert.Equal(expired, Assert.Single(
            Host.Run(new ListHandshakesForOrganization(), new()).Handshakes!).Id);
        Host.Advance(TimeSpan.FromDays(15));
        Assert.Empty(Host.Run(new ListHandshakesForOrganization(), new()).Handshakes!);
        Assert.Equal("HandshakeNotFoundException", Host.Refused(
            new DescribeHandshake(), new DescribeHandshakeRequest { HandshakeId = expired }));
    }

    [Fact]
    public void Who_cannot_be_invited_or_join_is_refused()
    {
        Assert.Equal("InvalidInputException", Refused("12"));
        Assert.Equal("InvalidInputException", Refused("o-a1b2c3d4e5", HandshakePartyType.Organization));
        var member = _company.Account("dev");
        Assert.Equal("HandshakeConstraintViolationException", Refused(member));
        Assert.Equal("HandshakeConstraintViolationException", Refused("dev@example.com", HandshakePartyType.Email));
        Assert.Equal("AccessDeniedException", Host.In("us-east-1", member).Refused(
            new InviteAccountToOrganization(), Wish(Guest)));
        var sent = Invite(Guest).Id;
        Assert.Equal("HandshakeNotFoundException", Host.In("us-east-1", "444455556666").Refused(
            new AcceptHandshake(), new AcceptHandshakeRequest { HandshakeId = sent }));
        Invited.Run(new CreateOrganization(), new());
        Assert.Equal("HandshakeConstraintViolationException", Accept(sent));
        Assert.Equal(HandshakeState.Open, Invited.Run(
            new DescribeHandshake(), new() { HandshakeId = sent }).Handshake!.State);
    }

    [Fact]
    public void The_quota_of_accounts_holds_for_invitations_and_filters_know_their_kinds()
    {
        var small = new Company(accounts: 2);
        var sent = small.Rig.Run(new InviteAccountToOrganization(), Wish(Guest)).Handshake!.Id;
        small.Account("dev");
        Assert.Equal("HandshakeConstraintViolationException", small.Rig.Refused(
            new InviteAccountToOrganization(), Wish("444455556666")));
        Assert.Equal("HandshakeConstraintViolationException", small.Rig.In("us-east-1", Guest).Refused(
            new AcceptHandshake(), new AcceptHandshakeRequest { HandshakeId = sent }));
        int Listed(HandshakeFilter filter) => small.Rig.Run(
            new ListHandshakesForOrganization(), new() { Filter = filter }).Handshakes!.Count;
        Assert.Equal(1, Listed(new() { ActionType = ActionType.Invite }));
        Assert.Equal(0, Listed(new() { ActionType = ActionType.EnableAllFeatures }));
        Assert.Equal(0, Listed(new() { ParentHandshakeId = sent }));
        Assert.Equal("InvalidInputException", Rig.Refusal(() => Listed(
            new() { ActionType = ActionType.Invite, ParentHandshakeId = sent })));
    }

    private static InviteAccountToOrganizationRequest Wish(
        string target, HandshakePartyType type = HandshakePartyType.Account) =>
        new() { Target = new() { Id = target, Type = type } };

    private Handshake Invite(
        string target, HandshakePartyType type = HandshakePartyType.Account, IReadOnlyList<Tag>? tags = null) =>
        Host.Run(new InviteAccountToOrganization(), Wish(target, type) with { Tags = tags }).Handshake!;

    private string Refused(string target, HandshakePartyType type = HandshakePartyType.Account) =>
        Host.Refused(new InviteAccountToOrganization(), Wish(target, type));

    private string Accept(string? id) =>
        Invited.Refused(new AcceptHandshake(), new AcceptHandshakeRequest { HandshakeId = id });
}
