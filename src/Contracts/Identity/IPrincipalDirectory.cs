using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>All principals that the world keeps: for questions about all of them.</summary>
public interface IPrincipalDirectory
{
    /// <summary>The users and roles of all accounts, by account; a role as one of its sessions would call.</summary>
    IEnumerable<DirectoryEntry> All(ReadCall call);
}
