namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>
/// What a rule does to a version, what comes first first. Source: S3 user guide, "Lifecycle configuration conflicts":
/// removal for good goes before transition, transition before a delete marker.
/// </summary>
internal enum AgeStepKind
{
    /// <summary>It is removed for good.</summary>
    Remove,

    /// <summary>Its class changes.</summary>
    Transition,

    /// <summary>It gets a delete marker.</summary>
    Mark,
}
