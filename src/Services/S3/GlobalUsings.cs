global using Orrery.Core;
global using Orrery.Kernel.Calls;
global using Orrery.Operations;
