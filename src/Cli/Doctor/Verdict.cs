namespace Orrery.Cli.Doctor;

/// <summary>How something is.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>It will not work.</summary>
    Bad,
}
