using Orrery.Contracts;
using Orrery.Operations.Tagging;
using Orrery.Services.Organizations.Loops;

namespace Orrery.Services.Organizations.Rules;

/// <summary>
/// Invitations. Sources: Organizations API Reference, InviteAccountToOrganization and Handshake: how they end, and that
/// they are seen for 30 days more; its example: they are open for 15 days. Who is told what when is guessed.
/// </summary>
internal static class Handshakes
{
    private static readonly TimeSpan Open = TimeSpan.FromDays(15);
    private static readonly TimeSpan Seen = TimeSpan.FromDays(30);

    /// <summary>Where an invitation stands.</summary>
    public static HandshakeState StateOf(ReadCall call, HandshakeRecord handshake) =>
        handshake.Outcome ?? (handshake.Until <= call.Now ? HandshakeState.Expired : HandshakeState.Open);

    /// <summary>The address of an account that is in no organization: made of its number.</summary>
    public static string AddressOf(string account) => $"{account}@example.com";

    /// <summary>Invites an account.</summary>
    /// <exception cref="ServiceException">InvalidInputException, DuplicateHandshakeException,
    /// HandshakeConstraintViolationException.</exception>
    public static HandshakeRecord Invite(
        Call call, OrganizationRecord organization, InviteAccountToOrganizationRequest request)
    {
        var (type, target) = (request.Target!.Type, request.Target.Id!);
        var isAccount = type == HandshakePartyType.Account;
        if (!isAccount && type != HandshakePartyType.Email)
            throw Errors.Input("INVALID_PARTY_TYPE_TARGET: Invite an ACCOUNT or an EMAIL.");
        if (isAccount && !AccountNumber.Is(target))
            throw Errors.Input("INVALID_PATTERN_TARGET_ID: You specified a target that is no account.");
        if (Nodes.Of(call, organization).Any(n => n.Id.Value == target || n.Email == target))
            throw Violation("ALREADY_IN_AN_ORGANIZATION", "The account is already a member of an organization.");
        if (Of(call, organization).Any(h => h.Target == target && StateOf(call, h) == HandshakeState.Open))
            throw Errors.Duplicate("Handshake", "The account has already been invited.");
        HoldAccounts(call, organization);
        var handshake = new HandshakeRecord
        {
            Id = OrgIds.New(call, "h-", 32),
            Organization = organization.Id.Value,
            TargetType = type!.Value,
            Target = target,
            Notes = request.Notes,
            Tags = OrgTags.With(TagSet.Empty, request.Tags),
            At = call.Now,
            Until = call.Now + Open,
        };
        call.Keep(Tables.Handshakes).Put(handshake);
        call.Schedule(HandshakeLoop.Timer, handshake.Until + Seen, handshake.Id.Value, Scope.World);
        return handshake;
    }

    /// <summary>Refuses one account too many.</summary>
    /// <exception cref="ServiceException">HandshakeConstraintViolationException.</exception>
    public static void HoldAccounts(ReadCall call, OrganizationRecord organization) => call.Hold(
        OrganizationQuotas.Accounts,
        Nodes.Of(call, organization).Count(n => n.Kind == NodeKind.Account),
        limit => Violation(
            "ACCOUNT_NUMBER_LIMIT_EXCEEDED", $"You have exceeded the limit of {limit} accounts in an organization."));

    /// <summary>An invitation that the caller sent or got.</summary>
    /// <exception cref="ServiceException">HandshakeNotFoundException.</exception>
    public static HandshakeRecord Get(ReadCall call, string? id)
    {
        var found = call.All(Tables.Handshakes).Find(new(id!));
        return found is not null && IsSeen(call, found) && (IsFor(call, found) || IsFrom(call, found))
            ? found
            : throw Errors.NotFound("Handshake");
    }

    /// <summary>An invitation that the caller got.</summary>
    /// <exception cref="ServiceException">HandshakeNotFoundException, AccessDeniedException.</exception>
    public static HandshakeRecord Got(ReadCall call, string? id)
    {
        var found = Get(call, id);
        return IsFor(call, found) ? found : throw Errors.Denied();
    }

    /// <summary>An invitation that the caller sent.</summary>
    /// <exception cref="ServiceException">HandshakeNotFoundException, AccessDeniedException.</exception>
    public static HandshakeRecord Sent(ReadCall call, string? id)
    {
        var found = Get(call, id);
        return IsFrom(call, found) ? found : throw Errors.Denied();
    }

    /// <summary>Ends an open invitation.</summary>
    /// <exception cref="ServiceException">HandshakeAlreadyInStateException, InvalidHandshakeTransitionException.
    /// </exception>
    public static HandshakeRecord End(Call call, HandshakeRecord handshake, HandshakeState outcome)
    {
        var state = StateOf(call, handshake);
        if (state == outcome)
        {
            throw Errors.Of(
                "HandshakeAlreadyInStateException", $"The handshake is already {outcome.ToWire()}.");
        }

        if (state != HandshakeState.Open)
        {
            throw Errors.Of(
                "InvalidHandshakeTransitionException", $"The handshake is {state.ToWire()}: it is open no longer.");
        }

        handshake = handshake with { Outcome = outcome, DoneAt = call.Now };
        call.Keep(Tables.Handshakes).Put(handshake);
        return handshake;
    }

    /// <summary>Those of an organization that can be seen.</summary>
    public static IEnumerable<HandshakeRecord> Of(ReadCall call, OrganizationRecord organization) =>
        call.All(Tables.Handshakes).By(Tables.HandshakesByOrganization, organization.Id.Value)
            .Where(h => IsSeen(call, h));

    /// <summary>Those that the caller's account got.</summary>
    public static IEnumerable<HandshakeRecord> Received(ReadCall call) =>
        new[] { call.Account, Address(call) }
            .SelectMany(target => call.All(Tables.Handshakes).By(Tables.HandshakesByTarget, target))
            .Where(h => IsSeen(call, h));

    /// <summary>Those that a filter leaves: there are invitations only, and none comes of another.</summary>
    /// <exception cref="ServiceException">InvalidInputException.</exception>
    public static IEnumerable<HandshakeRecord> Filtered(IEnumerable<HandshakeRecord> all, HandshakeFilter? filter)
    {
        if (filter is { ActionType: not null, ParentHandshakeId: not null })
            throw Errors.Input("INVALID_ENUM: Give ActionType or ParentHandshakeId, not both.");
        return filter?.ParentHandshakeId is not null || filter?.ActionType is not (null or ActionType.Invite)
            ? []
            : all;
    }

    /// <summary>HandshakeConstraintViolationException, with its reason.</summary>
    public static ServiceException Violation(string reason, string message) =>
        Errors.Of("HandshakeConstraintViolationException", $"{reason}: {message}");

    private static bool IsFor(ReadCall call, HandshakeRecord handshake) =>
        handshake.Target == call.Account || handshake.Target == Address(call);

    private static string Address(ReadCall call) =>
        call.All(Tables.Nodes).Find(new(call.Account))?.Email ?? AddressOf(call.Account);

    private static bool IsFrom(ReadCall call, HandshakeRecord handshake) =>
        call.All(Tables.Organizations).Find(new(handshake.Organization))?.Management == call.Account;

    private static bool IsSeen(ReadCall call, HandshakeRecord handshake) =>
        call.Now < (handshake.DoneAt ?? handshake.Until) + Seen;
}
