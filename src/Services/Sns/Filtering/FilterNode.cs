namespace Orrery.Services.Sns.Filtering;

/// <summary>A part of a filter policy: all parts must hold.</summary>
internal abstract record FilterNode;
