namespace Orrery.Services.Sqs.Records;

/// <summary>The state of a message move task.</summary>
internal enum MoveTaskState
{
    /// <summary>It moves messages.</summary>
    Running,

    /// <summary>Nothing is left to move.</summary>
    Completed,

    /// <summary>It was cancelled, and ends.</summary>
    Cancelled,

    /// <summary>It could not go on.</summary>
    Failed,
}
