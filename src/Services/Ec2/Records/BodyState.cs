namespace Orrery.Services.Ec2.Records;

/// <summary>What became of the process that is the body of an instance.</summary>
public enum BodyState
{
    /// <summary>It was started.</summary>
    Started,

    /// <summary>It ended by itself; what it left in the background goes on.</summary>
    Ended,

    /// <summary>It could not be started.</summary>
    Refused,
}
