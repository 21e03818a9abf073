namespace Orrery.Services.Iam.Ports;

/// <summary>What a policy document is for: its grammar differs.</summary>
internal enum PolicyUse
{
    /// <summary>It is given to a user, a group or a role.</summary>
    Identity,

    /// <summary>It is given to a session.</summary>
    Session,

    /// <summary>It tells who may assume a role.</summary>
    Trust,
}
