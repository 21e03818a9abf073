// What nearly every file of identity uses.
global using Orrery.Core;
global using Orrery.Kernel.Calls;
global using Orrery.Kernel.State;
global using Orrery.Operations;
global using Orrery.Services.Iam.Records;
global using Orrery.Services.Iam.Rules;
global using Orrery.Services.Iam.Views;

