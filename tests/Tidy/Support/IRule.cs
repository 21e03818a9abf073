namespace Orrery.Tests.Tidy.Support;

/// <summary>A rule of the house, with a canary: a rule that cannot fail is none.</summary>
public interface IRule
{
    /// <summary>The name by which the ledger knows it.</summary>
    string Name { get; }

    /// <summary>Small repositories; each breaks it.</summary>
    IReadOnlyList<Repository> Bad { get; }

    /// <summary>Small repositories that come close to breaking it, and do not.</summary>
    IReadOnlyList<Repository> Good { get; }

    /// <summary>All places in the repository where it is broken.</summary>
    IEnumerable<Finding> Check(Repository repository);
}
