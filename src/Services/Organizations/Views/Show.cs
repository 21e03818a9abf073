namespace Orrery.Services.Organizations.Views;

/// <summary>Records as the API writes them.</summary>
internal static class Show
{
    /// <summary>An organization.</summary>
    public static Organization Of(ReadCall call, OrganizationRecord organization)
    {
        var management = Nodes.Find(call, organization, organization.Management)!;
        return new()
        {
            Id = organization.Id.Value,
            Arn = Arns.Of(organization),
            FeatureSet = organization.Features,
            MasterAccountId = organization.Management,
            MasterAccountArn = Arns.Of(organization, management),
            MasterAccountEmail = management.Email,
            AvailablePolicyTypes = organization.Features == OrganizationFeatureSet.All
                ? [new() { Type = PolicyType.ServiceControlPolicy, Status = PolicyTypeStatus.Enabled }]
                : [],
        };
    }

    /// <summary>A root.</summary>
    public static Root Root(OrganizationRecord organization, NodeRecord root) => new()
    {
        Id = root.Id.Value,
        Arn = Arns.Of(organization, root),
        Name = root.Name,
        PolicyTypes =
            [.. organization.Types.Select(t => new PolicyTypeSummary { Type = t, Status = PolicyTypeStatus.Enabled })],
    };

    /// <summary>A unit.</summary>
    public static OrganizationalUnit Unit(ReadCall call, OrganizationRecord organization, NodeRecord unit) => new()
    {
        Id = unit.Id.Value,
        Arn = Arns.Of(organization, unit),
        Name = unit.Name,
        Path = PathOf(call, organization, unit),
    };

    /// <summary>An account.</summary>
    public static Account Account(ReadCall call, OrganizationRecord organization, NodeRecord account) => new()
    {
        Id = account.Id.Value,
        Arn = Arns.Of(organization, account),
        Name = account.Name,
        Email = account.Email,
        Status = account.ClosedAt is not null ? AccountStatus.Suspended
            : account.ClosingAt is not null ? AccountStatus.PendingClosure
            : AccountStatus.Active,
        State = account.ClosedAt is not null ? AccountState.Closed
            : account.ClosingAt is not null ? AccountState.PendingClosure
            : AccountState.Active,
        Paths = [PathOf(call, organization, account)],
        JoinedMethod = account.Id.Value == organization.Management || account.IsInvited
            ? AccountJoinedMethod.Invited
            : AccountJoinedMethod.Created,
        JoinedTimestamp = account.Since,
    };

    /// <summary>A policy without its text.</summary>
    public static PolicySummary Summary(OrganizationRecord organization, PolicyRecord policy) => new()
    {
        Id = policy.Id.Value,
        Arn = Arns.Of(organization, policy),
        Name = policy.Name,
        Description = policy.Description,
        Type = policy.Type,
        AwsManaged = policy.Organization.Length == 0,
    };

    /// <summary>A policy.</summary>
    public static Policy Of(OrganizationRecord organization, PolicyRecord policy) =>
        new() { PolicySummary = Summary(organization, policy), Content = policy.Content };

    /// <summary>An invitation, with what it is about as AWS's examples have it.</summary>
    public static Handshake Of(ReadCall call, HandshakeRecord handshake)
    {
        var organization = call.All(Tables.Organizations).Find(new(handshake.Organization))!;
        var management = Nodes.Find(call, organization, organization.Management)!;
        var isAccount = handshake.TargetType == HandshakePartyType.Account;
        List<HandshakeResource> resources =
        [
            new()
            {
                Type = HandshakeResourceType.Organization,
                Value = organization.Id.Value,
                Resources =
                [
                    new() { Type = HandshakeResourceType.MasterEmail, Value = management.Email },
                    new() { Type = HandshakeResourceType.MasterName, Value = management.Name },
                    new()
                    {
                        Type = HandshakeResourceType.OrganizationFeatureSet, Value = organization.Features.ToWire(),
                    },
                ],
            },
            new()
            {
                Type = isAccount ? HandshakeResourceType.Account : HandshakeResourceType.Email,
                Value = handshake.Target,
            },
        ];
        if (handshake.Notes is { } notes) resources.Add(new() { Type = HandshakeResourceType.Notes, Value = notes });
        return new()
        {
            Id = handshake.Id.Value,
            Arn = Arns.Of(organization, handshake),
            Action = ActionType.Invite,
            State = Handshakes.StateOf(call, handshake),
            RequestedTimestamp = handshake.At,
            ExpirationTimestamp = handshake.Until,
            Parties =
            [
                new() { Id = organization.Id.Value, Type = HandshakePartyType.Organization },
                new() { Id = handshake.Target, Type = handshake.TargetType },
            ],
            Resources = resources,
        };
    }

    /// <summary>How far a request for an account is.</summary>
    public static CreateAccountStatus Of(CreationRecord wish) => new()
    {
        Id = wish.Id.Value,
        AccountName = wish.Name,
        State = wish.State,
        RequestedTimestamp = wish.At,
        CompletedTimestamp = wish.DoneAt,
        AccountId = wish.State == CreateAccountState.Succeeded ? wish.Account : null,
        FailureReason = wish.Failure,
    };

    // Organization, root, and what is below it. Source: botocore model, Path.
    private static string PathOf(ReadCall call, OrganizationRecord organization, NodeRecord node) =>
        $"{organization.Id}/{string.Join('/', Nodes.Path(call, node).Select(n => n.Id.Value))}/";
}
