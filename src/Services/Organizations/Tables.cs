namespace Orrery.Services.Organizations;

/// <summary>
/// The tables of Organizations, all in the scope of the world: an organization is of several accounts. Nobody else
/// writes them.
/// </summary>
internal static class Tables
{
    public static readonly Table<OrgKey, OrganizationRecord> Organizations =
        Table<OrgKey, OrganizationRecord>.Resident(
            "organizations.organizations", r => r.Id, () => OrganizationsJson.Default.OrganizationRecord);

    public static readonly Table<OrgKey, NodeRecord> Nodes =
        Table<OrgKey, NodeRecord>.Resident(
            "organizations.nodes", r => r.Id, () => OrganizationsJson.Default.NodeRecord);

    public static readonly Index<OrgKey, NodeRecord> NodesByParent = Nodes.Index("parent", n => n.Parent);

    public static readonly Index<OrgKey, NodeRecord> NodesByOrganization =
        Nodes.Index("organization", n => n.Organization);

    public static readonly Index<OrgKey, NodeRecord> NodesByEmail = Nodes.Index("email", n => n.Email);

    public static readonly Table<OrgKey, PolicyRecord> Policies =
        Table<OrgKey, PolicyRecord>.Resident(
            "organizations.policies", r => r.Id, () => OrganizationsJson.Default.PolicyRecord);

    public static readonly Index<OrgKey, PolicyRecord> PoliciesByOrganization =
        Policies.Index("organization", p => p.Organization);

    public static readonly Table<OrgKey, CreationRecord> Creations =
        Table<OrgKey, CreationRecord>.Resident(
            "organizations.creations", r => r.Id, () => OrganizationsJson.Default.CreationRecord);

    public static readonly Index<OrgKey, CreationRecord> CreationsByOrganization =
        Creations.Index("organization", c => c.Organization);

    public static readonly Index<OrgKey, CreationRecord> CreationsByAccount =
        Creations.Index("account", c => c.Account);

    public static readonly Table<OrgKey, DelegateRecord> Delegates =
        Table<OrgKey, DelegateRecord>.Resident(
            "organizations.delegates", r => r.Id, () => OrganizationsJson.Default.DelegateRecord);

    public static readonly Index<OrgKey, DelegateRecord> DelegatesByOrganization =
        Delegates.Index("organization", d => d.Organization);

    public static readonly Table<OrgKey, HandshakeRecord> Handshakes =
        Table<OrgKey, HandshakeRecord>.Resident(
            "organizations.handshakes", r => r.Id, () => OrganizationsJson.Default.HandshakeRecord);

    public static readonly Index<OrgKey, HandshakeRecord> HandshakesByOrganization =
        Handshakes.Index("organization", h => h.Organization);

    public static readonly Index<OrgKey, HandshakeRecord> HandshakesByTarget =
        Handshakes.Index("target", h => h.Target);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
        [Organizations, Nodes, Policies, Creations, Delegates, Handshakes];
}
